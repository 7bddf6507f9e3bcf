/**
 * What is held of somebody's account, for an export of their record that core makes; never a secret. Uses accounts,
 * secondfactor, sessions, notices, sealing and trail.
 */
@NullMarked
package hotleads.auth.export;

import org.jspecify.annotations.NullMarked;
