/**
 * How a program fares, told each minute as records that CloudWatch reads as figures; nothing in them tells of a person.
 */
@NullMarked
package hotleads.platform.figures;

import org.jspecify.annotations.NullMarked;
