package hotleads.sync;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Reads at the providers when core asks. */
@SpringBootApplication
public class SyncService {
    public static void main(String[] args) {
        SpringApplication.run(SyncService.class, args);
    }
}
