package hotleads.platform.traces;

import io.opentelemetry.api.common.AttributeKey;

/** All that is said of a step beside its name and its times; the names are OpenTelemetry's where it has one. */
final class Label {
    static final AttributeKey<String> PROGRAM = AttributeKey.stringKey("service.name");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> REQUEST = AttributeKey.stringKey("hotleads.request_id");

    private Label() {}
}
