package hotleads.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Every module and what of ours it may use; vault and audit are for the two services that store, and for app. */
enum Part {
    CONTRACTS,
    PLATFORM,
    VAULT,
    AUDIT,
    DATABASE,
    SCORECARD,
    GATEWAY(PLATFORM),
    AUTH(CONTRACTS, PLATFORM, VAULT, AUDIT, DATABASE),
    CORE(CONTRACTS, PLATFORM, VAULT, AUDIT, DATABASE, SCORECARD),
    WEBHOOKS(CONTRACTS, PLATFORM),
    SYNC(CONTRACTS, PLATFORM),
    SIMULATORS,
    APP(VAULT, AUDIT, DATABASE, SCORECARD);

    private static final Set<Part> SERVICES = EnumSet.of(GATEWAY, AUTH, CORE, WEBHOOKS, SYNC);

    private final Set<Part> uses;

    Part(Part... uses) {
        this.uses = Set.of(uses);
    }

    static Part of(JavaClass type) {
        return Arrays.stream(values())
                .filter(part -> part.holds(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " lies in no part listed here"));
    }

    boolean isService() {
        return SERVICES.contains(this);
    }

    boolean mayUse(JavaClass type) {
        return holds(type) || uses.stream().anyMatch(part -> part.holds(type));
    }

    private boolean holds(JavaClass type) {
        return (type.getPackageName() + '.').startsWith("hotleads." + name().toLowerCase(Locale.ROOT) + '.');
    }
}
