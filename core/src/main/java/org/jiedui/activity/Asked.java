package org.jiedui.activity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.jiedui.id.ActivityId;
import org.jiedui.id.ClassId;

/**
 * One activity that a template asks for.
 *
 * @param id what it will be
 * @param template what asks for it
 * @param occasion when, as far as it lies in the plan
 * @param classId the class, if each class has its own
 * @param classes those that take part
 * @param earlier what was planned before, if anything was
 * @param candidates every day and leader that is possible if nothing else were planned
 * @param barred the days that are not possible whatever else is planned, and why
 */
record Asked(
    ActivityId id,
    ActivityTemplate template,
    Occasion occasion,
    Optional<ClassId> classId,
    ImmutableSet<ClassId> classes,
    Optional<Booking> earlier,
    ImmutableList<Booking> candidates,
    ImmutableListMultimap<LocalDate, Blocker> barred) {}
