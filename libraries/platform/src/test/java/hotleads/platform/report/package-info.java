/** Tests of reports. */
@NullMarked
package hotleads.platform.report;

import org.jspecify.annotations.NullMarked;
