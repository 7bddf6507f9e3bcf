/** A program's keys wrapped by AWS KMS and kept beside its data, where no file lasts. */
@NullMarked
package hotleads.vault.kms;

import org.jspecify.annotations.NullMarked;
