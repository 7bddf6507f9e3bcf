package hotleads.audit.chain;

import java.time.Instant;

/**
 * The chain's hash at one number, signed and kept outside too: what was there then can no longer be cut or rewritten.
 *
 * @param key the public part of the key that signed
 */
public record Anchor(long seq, Instant at, byte[] hash, byte[] key, byte[] signature) {}
