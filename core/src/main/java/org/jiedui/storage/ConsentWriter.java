package org.jiedui.storage;

import org.jiedui.child.GuardianConsent;
import org.jiedui.id.ConsentId;

/** Writes guardians' consents to visits and stays. */
public interface ConsentWriter extends RecordWriter<ConsentId, GuardianConsent>, ConsentReader {}
