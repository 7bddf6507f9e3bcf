package hotleads.database;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives a service's connections the {@linkplain DatabaseAddress#safe safe} address, before anything connects. */
class SafeDatasource implements EnvironmentPostProcessor, Ordered {
    private static final String URL = "spring.datasource.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(URL);
        if (url != null && !url.isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "the safe way to the database", Map.of(URL, DatabaseAddress.safe(url))));
        }
    }

    @Override
    public int getOrder() {
        // With the check of what is missing, which comes first when both have something to say.
        return Ordered.LOWEST_PRECEDENCE;
    }
}
