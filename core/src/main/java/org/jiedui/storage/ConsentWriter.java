package org.jiedui.storage;

import org.jiedui.id.ConsentId;
import org.jiedui.mentor.GuardianConsent;

/** Writes guardians' consents to visits and stays. */
public interface ConsentWriter extends RecordWriter<ConsentId, GuardianConsent>, ConsentReader {}
