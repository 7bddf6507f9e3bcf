/**
 * From password to signed in, step by step, set-up and recovery included. Uses every feature but invites and tokens.
 */
@NullMarked
package hotleads.auth.signin;

import org.jspecify.annotations.NullMarked;
