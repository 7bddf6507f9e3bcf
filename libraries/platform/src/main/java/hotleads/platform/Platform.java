package hotleads.platform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Imported by every service: its tokens, endpoints, problems, request ids and health. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Platform {}
