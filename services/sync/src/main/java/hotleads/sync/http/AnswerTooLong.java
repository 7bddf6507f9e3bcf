package hotleads.sync.http;

import java.io.IOException;

/** A provider sent more than we read. */
final class AnswerTooLong extends IOException {
    private static final long serialVersionUID = 1L;
}
