/** Our client of Zoho against written answers, and against whoever plays Zoho. */
@NullMarked
package hotleads.sync.zoho;

import org.jspecify.annotations.NullMarked;
