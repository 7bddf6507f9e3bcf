@NullMarked
package hotleads.webhooks.zoho;

import org.jspecify.annotations.NullMarked;
