package hotleads.platform.health;

import java.util.Optional;

/** One thing a program needs before it serves; every bean of this type is asked by {@code /readyz}. */
public interface ReadyCheck {
    String name();

    /** What is wrong, in words for whoever runs the program, or empty when all is well. */
    Optional<String> problem();
}
