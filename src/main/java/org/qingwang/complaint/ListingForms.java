package org.qingwang.complaint;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the many addresses of one item on a known platform to one, by {@code complaint/listing-forms.csv}. */
final class ListingForms {

    private static final List<Form> FORMS =
            ResourceTable.read("listing-forms.csv").stream().map(Form::of).toList();

    private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private ListingForms() {}

    /** @return the address that stands for the item, or empty if this is not an item's page of a known form */
    static Optional<String> canonical(Platform platform, ListingHost host, String path, ListingQuery query) {
        return FORMS.stream()
                .filter(form -> form.platform().equals(platform.key()))
                .map(form -> form.canonical(host, path, query))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private record Form(String platform, Pattern host, Pattern path, String parameter, String canonical) {

        static Form of(NamedCsvRecord row) {
            return new Form(
                    row.getField("platform"),
                    Pattern.compile(row.getField("host")),
                    Pattern.compile(row.getField("path")),
                    row.getField("parameter"),
                    row.getField("canonical"));
        }

        String canonical(ListingHost at, String atPath, ListingQuery query) {
            Matcher matcher = path.matcher(atPath);
            if (!host.matcher(at.name()).matches() || !matcher.matches()) {
                return null;
            }
            String item = parameter.isEmpty()
                    ? matcher.group(1)
                    : query.value(parameter).orElse("");
            return ITEM.matcher(item).matches()
                    ? canonical.replace("{item}", item).replace("{domain}", at.registrable())
                    : null;
        }
    }
}
