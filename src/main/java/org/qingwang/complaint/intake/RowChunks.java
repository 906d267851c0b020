package org.qingwang.complaint.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.qingwang.agency.Jurisdiction;

/**
 * The rows of a list, read and understood chunk by chunk. While one chunk is being stored the next is being read, so that
 * neither the processors nor the database wait for the other; never more than these two are in memory.
 */
final class RowChunks implements AutoCloseable {

    private static final int MOST_ROWS = 4000;

    /** A list of enormous cells must not fill the memory with a chunk. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final ComplaintList list;
    private final LongSupplier bytesRead;
    private final RowReader reader;
    private final Json json;
    private final Jurisdiction intake;

    /** One of its own: in the pool all share, whoever waits for a chunk could hold the thread that should read it. */
    private final ExecutorService readAhead = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "import-reader");
        thread.setDaemon(true);
        return thread;
    });

    private int rowsRead;
    private CompletableFuture<Chunk> following;

    /** @param bytesRead how much of the file {@code list} has read */
    RowChunks(ComplaintList list, LongSupplier bytesRead, RowReader reader, Json json, Jurisdiction intake) {
        this.list = list;
        this.bytesRead = bytesRead;
        this.reader = reader;
        this.json = json;
        this.intake = intake;
        this.following = CompletableFuture.supplyAsync(this::read, readAhead);
    }

    /** Some rows, and how much of the file had been read behind them. */
    record Chunk(List<NewRow> rows, long bytesRead) {}

    /**
     * @return the next rows, empty after the last
     * @throws org.qingwang.common.BadInput if something is wrong with the file as a whole
     */
    Optional<Chunk> next() throws IOException {
        Chunk chunk = await();
        if (chunk.rows().isEmpty()) {
            return Optional.empty();
        }
        following = CompletableFuture.supplyAsync(this::read, readAhead);
        return Optional.of(chunk);
    }

    private Chunk await() throws IOException {
        try {
            return following.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Chunk read() {
        try {
            List<ListRow> rows = new ArrayList<>();
            long characters = 0;
            while (rows.size() < MOST_ROWS && characters < MOST_CHARACTERS) {
                Optional<ListRow> row = list.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
                characters += row.get().length();
            }
            Chunk chunk = new Chunk(understood(rows), bytesRead.getAsLong());
            rowsRead += rows.size();
            return chunk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Understanding addresses is most of the work: it takes all processors, not one. */
    private List<NewRow> understood(List<ListRow> rows) {
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(i -> understood(rowsRead + i + 1, rows.get(i)))
                .toList();
    }

    private NewRow understood(int rowNo, ListRow row) {
        ReadRow read = reader.read(row);
        return read.isGood()
                ? new NewRow(
                        rowNo,
                        read.line(),
                        RowKey.of(intake, read.complaint(), read.listings()),
                        json.of(read.complaint()))
                : new NewRow(rowNo, read.line(), null, json.of(read.problems()));
    }

    /** Waits until nothing is being read any more, so that the list can be closed. */
    @Override
    public void close() throws IOException {
        following.handle((chunk, failure) -> null).join();
        readAhead.shutdown();
        list.close();
    }
}
