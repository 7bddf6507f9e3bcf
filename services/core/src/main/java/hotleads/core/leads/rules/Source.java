package hotleads.core.leads.rules;

/** Where a piece of evidence comes from. */
public enum Source {
    ACUITY,
    ZOHO,
    /** Who was in which room. */
    ZOOM,
    /** Something one of us did in this product, known at once and never late. */
    ACT
}
