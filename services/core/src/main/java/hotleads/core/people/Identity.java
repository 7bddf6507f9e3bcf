package hotleads.core.people;

import java.util.UUID;

/** One way a provider knows someone; a person is a set of these. */
public record Identity(UUID id, UUID personId, UUID keyId) {}
