package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Another system that sends lists of complaints, and sends a list again if it got no answer. */
final class ImportSender {

    static final String KEY = "qw_" + "k".repeat(43);

    private static final String HEADER =
            "receivedOn,channel,complainantType,complainantName,contact,right,registrationNo,platform,listingUrl,"
                    + "sellerName,sellerRegion,goods,quantity,unitPrice,currency,description\n";

    private ImportSender() {}

    /** A list whose every row is a complaint of its own, about a seller of its own. */
    static String list(int number, int rows) {
        String received = LocalDate.now().minusDays(2).toString();
        return IntStream.range(0, rows)
                .mapToObj(row -> String.join(
                        ",",
                        received,
                        "API",
                        "RIGHTS_HOLDER",
                        "Lantern Works",
                        "mail@lantern.example",
                        "LANTERN",
                        "2178784",
                        "taobao",
                        "https://item.taobao.com/item.htm?id=" + (number * 1_000_000L + row),
                        "Seller " + number + " " + seller(number, row),
                        "330000",
                        "lamps",
                        "3",
                        "120.00",
                        "CNY",
                        "The lamp is sold with the mark on its box and was bought as a test."))
                .collect(Collectors.joining("\n", HEADER, "\n"));
    }

    /** Names too unlike to be taken for one seller. */
    private static String seller(int number, int row) {
        return Integer.toString(Math.abs((number * 31_337 + row * 7_919) * 65_537), Character.MAX_RADIX);
    }

    /** The same list again is the same import. */
    static void sendAll(URI address, Map<String, String> lists) throws IOException, InterruptedException {
        for (Map.Entry<String, String> list : lists.entrySet()) {
            assertThat(send(address, list.getKey(), list.getValue())).isEqualTo(202);
        }
    }

    static int send(URI address, String name, String list) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/complaints/import?fileName=" + name))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(list))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
