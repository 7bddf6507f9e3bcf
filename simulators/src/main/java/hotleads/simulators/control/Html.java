package hotleads.simulators.control;

/** Text on its way into a page. */
final class Html {

    private Html() {}

    /** Safe between tags and inside double-quoted attributes. */
    static String escape(Object text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String option(Object value, String text) {
        return "<option value=\"" + escape(value) + "\">" + escape(text) + "</option>";
    }
}
