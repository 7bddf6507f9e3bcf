package hotleads.platform.health;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Figures of a program's life for whoever runs it; {@code /readyz} shows every bean of this type to the same machine.
 * They decide nothing.
 *
 * @param figures numbers and times, each under a word
 */
public record Measure(String name, Supplier<Map<String, Object>> figures) {}
