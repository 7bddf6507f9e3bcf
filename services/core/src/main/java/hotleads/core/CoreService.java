package hotleads.core;

import hotleads.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The practice's records and the list made of them. */
@SpringBootApplication
@Import(Platform.class)
public class CoreService {
    public static void main(String[] args) {
        SpringApplication.run(CoreService.class, args);
    }
}
