package hotleads.simulators;

import hotleads.simulators.acuity.hooks.HookPost;
import hotleads.simulators.acuity.hooks.HttpHookPost;
import hotleads.simulators.google.HttpPushPost;
import hotleads.simulators.google.PushPost;
import hotleads.simulators.time.Later;
import hotleads.simulators.time.Pause;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is outside the program: time, threads and the network. Tests move it by hand. */
record World(Clock realTime, Later later, Executor hookPool, HookPost post, PushPost push, Pause pause) {

    private static final int HOOKS_AT_ONCE = 16;

    static World real(@Nullable Path trusted) {
        var post = new HttpHookPost(trusted);
        Thread.startVirtualThread(post::prepare);
        return new World(
                Clock.systemUTC(), Later.onOneThread(), hookThreads(), post, new HttpPushPost(trusted), Pause.real());
    }

    private static Executor hookThreads() {
        return new ThreadPoolExecutor(
                HOOKS_AT_ONCE,
                HOOKS_AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("hook-", 0).factory());
    }
}
