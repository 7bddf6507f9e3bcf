package hotleads.deploy.images;

/** One thing that somebody else made and that is in an image. */
record Component(String name, String version, String purl) {}
