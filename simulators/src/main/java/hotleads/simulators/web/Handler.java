package hotleads.simulators.web;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {

    Answer handle(Request request);
}
