package org.qingwang.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one actor of the play does, move by move in its order: a complaint and its case, a firm, the campaign. */
final class Part {

    private final String name;
    private final List<Move> moves;
    private final Map<String, String> done;
    private int next;

    /**
     * @param name tells it from the others
     * @param done what came of each move that was made before, by name of part and move; shared by all parts
     */
    Part(String name, List<Move> moves, Map<String, String> done) {
        this.name = name;
        this.moves = List.copyOf(moves);
        this.done = done;
    }

    /**
     * @param at when it may be made at the earliest
     * @param act empty if it cannot be made yet; otherwise what it was about, an empty word for nothing
     */
    record Move(String name, Instant at, Act act) {}

    /** What a move does, in a transaction, at the moved time. */
    interface Act {
        Optional<String> make();
    }

    /** @return the next move if its time has come */
    Optional<Move> due(Instant now) {
        skipDone();
        return next < moves.size() && !moves.get(next).at().isAfter(now)
                ? Optional.of(moves.get(next))
                : Optional.empty();
    }

    String keyOf(Move move) {
        return name + "/" + move.name();
    }

    /** A move was made. */
    void made(Move move, String subject) {
        done.put(keyOf(move), subject);
        next++;
    }

    private void skipDone() {
        while (next < moves.size() && done.containsKey(keyOf(moves.get(next)))) {
            next++;
        }
    }
}
