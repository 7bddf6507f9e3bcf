/**
 * Zoho CRM: tokens of any data centre, people, tasks and stages as records of ours, notes and tasks written with our
 * marker.
 */
@NullMarked
package hotleads.sync.zoho;

import org.jspecify.annotations.NullMarked;
