/** That acts leave entries nobody can change or read names from. */
@NullMarked
package hotleads.auth.trail;

import org.jspecify.annotations.NullMarked;
