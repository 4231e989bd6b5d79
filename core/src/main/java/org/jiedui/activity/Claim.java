package org.jiedui.activity;

import java.time.LocalDate;

/** Something that one activity a day can have. */
record Claim(Clash kind, String what, LocalDate day) {}
