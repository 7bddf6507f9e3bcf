package hotleads.simulators.acuity.hooks;

/** What is to be sent, where to, and signed how. */
public record HookMessage(String target, String body, Signing signing) {}
