package hotleads.core.leads;

import java.util.UUID;

/**
 * An act that was recorded.
 *
 * @param id for undoing it
 * @param recordVersion the person's new version
 */
record ActRecorded(UUID id, long recordVersion) {}
