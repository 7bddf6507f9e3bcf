package hotleads.webhooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes providers' deliveries and vouches for their signature. */
@SpringBootApplication
public class WebhooksService {
    public static void main(String[] args) {
        SpringApplication.run(WebhooksService.class, args);
    }
}
