/** Builds of ours with one protection taken out, so that a test sees what it protects and a benchmark what it costs. */
@NullMarked
package hotleads.app.variants;

import org.jspecify.annotations.NullMarked;
