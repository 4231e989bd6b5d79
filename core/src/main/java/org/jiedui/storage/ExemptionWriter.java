package org.jiedui.storage;

import org.jiedui.id.ExemptionId;
import org.jiedui.rule.Exemption;

/** Writes exemptions. */
public interface ExemptionWriter extends RecordWriter<ExemptionId, Exemption>, ExemptionReader {}
