package org.qingwang.start;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.qingwang.support.HttpUser;

/** People and systems at work until the application dies under their hands. */
final class Rush {

    private final ExecutorService hands = Executors.newFixedThreadPool(2);
    private final List<Future<Void>> work;

    private Rush(Callable<Void> sending, Callable<Void> working) {
        this.work = List.of(hands.submit(sending), hands.submit(working));
    }

    /** Returns when everybody is at it: lists are on their way, an officer and a head are signed in. */
    static Rush of(URI address, Map<String, String> lists, CaseWork cases) {
        HttpUser officer = HttpUser.signedIn(address.getPort(), "commerce-zj");
        HttpUser head = HttpUser.signedIn(address.getPort(), "commerce-zj-head");
        return new Rush(
                () -> {
                    ImportSender.sendAll(address, lists);
                    return null;
                },
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        cases.workOn(officer, head);
                    }
                    return null;
                });
    }

    /** Whether the officers have stopped working. */
    boolean isStuck() {
        return work.get(1).isDone();
    }

    /** @throws IllegalStateException if anything but the application's death stopped somebody */
    void end() {
        hands.shutdownNow();
        for (Future<Void> each : work) {
            try {
                each.get();
            } catch (ExecutionException e) {
                if (!diedUnderway(e.getCause())) {
                    throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean diedUnderway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
