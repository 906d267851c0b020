package org.qingwang.rights;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Source;

/** A mark in WIPO ST.66, with the additions of the United States office ({@code ext:}). */
final class St66 implements RecordShape {

    @Override
    public boolean speaks(String namespace) {
        return namespace != null && namespace.startsWith(RecordReader.WIPO + "trademarks");
    }

    @Override
    public Source source() {
        return Source.ST66;
    }

    @Override
    public String recordElement() {
        return "TradeMark";
    }

    @Override
    public Set<String> elementsBeside() {
        return Set.of("ApplicantDetails", "HolderDetails", "RepresentativeDetails", "LicenceDetails");
    }

    @Override
    public String numberOf(RecordNode record) {
        return record.given("RegistrationNumber", "ApplicationNumber").value();
    }

    @Override
    public TradeMark read(RecordNode record) {
        MarkDraft draft = begin(
                record,
                List.of("RegistrationOfficeCode"),
                "ApplicationNumber",
                "TradeMarkExt/ext:MarkCurrentStatusExternalDescriptionText",
                "TradeMarkExt/ext:AdditionalMarkDetails/ext:RenewalDate");
        draft.text(record.given("WordMarkSpecification/MarkVerbalElementText"));
        draft.kinds(record.given("KindMark"));
        record.allGiven("MarkEventDetails/MarkEvent/MarkEventDate").forEach(draft::knownUpTo);
        record.allGiven("DesignatedCountryDetails/DesignatedCountry/DesignatedCountryCode")
                .forEach(draft::designated);
        record.all("GoodsServicesDetails/GoodsServices/ClassDescriptionDetails/ClassDescription")
                .forEach(goods -> draft.niceClass(goods.given("ClassNumber"), goods.given("GoodsServicesDescription")));
        readParties(record, draft);
        return draft.mark();
    }

    private static void readParties(RecordNode record, MarkDraft draft) {
        List<RecordNode> holders = record.all("HolderDetails/Holder").toList();
        if (holders.isEmpty()) {
            List<RecordNode> applicants =
                    record.all("ApplicantDetails/Applicant").toList();
            holders = UnitedStates.latestOwners(
                    applicants, applicant -> applicant.given("ApplicantExt/ext:PartyTypeCode"));
        }
        holders.forEach(holder ->
                readParty(holder, PartyRole.HOLDER, holder.given("ApplicantExt/ext:PartyTypeDescriptionText"), draft));
        record.all("LicenceDetails/Licence/LicenseeDetails/Licensee")
                .forEach(licensee -> readParty(licensee, PartyRole.LICENSEE, licensee.given("Comment"), draft));
        record.all("RepresentativeDetails/Representative")
                .forEach(agent -> readParty(agent, PartyRole.REPRESENTATIVE, agent.given("Comment"), draft));
    }

    private static void readParty(RecordNode party, PartyRole role, Given capacity, MarkDraft draft) {
        RecordNode book = party.all(party.name() + "AddressBook/FormattedNameAddress")
                .findFirst()
                .orElse(party);
        Given country =
                book.given("Address/FormattedAddress/FormattedAddressCountryCode", "Address/AddressCountryCode");
        draft.party(role, name(book), country, address(book), capacity);
    }

    private static Given name(RecordNode book) {
        String free = book.all("Name/FreeFormatName").flatMap(RecordNode::texts).collect(joining(", "));
        String formatted =
                book.all("Name/FormattedName").flatMap(RecordNode::texts).collect(joining(" "));
        return new Given("Name", free.isEmpty() ? formatted : free);
    }

    private static Given address(RecordNode book) {
        return new Given(
                "Address",
                book.all("Address")
                        .flatMap(address -> address.children().stream())
                        .flatMap(form -> form.children().stream())
                        .filter(line -> !line.name().endsWith("CountryCode")
                                && !line.name().endsWith("Ext"))
                        .flatMap(RecordNode::texts)
                        .collect(joining(", ")));
    }
}
