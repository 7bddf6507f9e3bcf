package hotleads.app.bench;

import java.net.URI;
import java.nio.file.Path;

/**
 * A demo that runs with nobody in it, and what it takes to fill it and to sign in.
 *
 * @param core its process id
 * @param simulators whose phone shows the codes
 * @param email of an administrator who never signed in
 * @param coreKeys the file with the keys that core seals with
 * @param owner opens connections with the rights of who owns the tables
 */
public record EmptyDemo(
        UnderTest subject,
        long core,
        URI simulators,
        String email,
        String password,
        Path coreKeys,
        UnderTest.Connections owner) {}
