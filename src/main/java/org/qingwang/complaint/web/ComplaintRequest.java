package org.qingwang.complaint.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.complaint.ComplainantType;

/** A complaint as another system sends it: the columns of the CSV, with several listing addresses. */
@Schema(
        name = "Complaint",
        description = "A complaint about goods offered online under a mark that is not the seller's.")
record ComplaintRequest(
        @Schema(description = "Day it reached you, in China. Today if left out.", example = "2026-11-03")
        LocalDate receivedOn,

        @Schema(description = "In which capacity somebody complains.", example = "RIGHTS_HOLDER")
        @NotNull(message = "{api.field.required}")
        ComplainantType complainantType,

        @Schema(description = "Needed unless anonymous.", example = "Yunhe Leather Co., Ltd.")
        @Size(max = 200, message = "{api.field.200}")
        String complainantName,

        @Schema(description = "Where the complainant can be told. Personal data.", example = "legal@yunhe.example")
        @Size(max = 200, message = "{api.field.200}")
        String contact,

        @Schema(description = "The mark as the complainant calls it.", example = "YUNHE 云合")
        @Size(max = 200, message = "{api.field.200}")
        String right,

        @Schema(description = "Registration number of the mark.", example = "12345678")
        @Size(max = 200, message = "{api.field.200}")
        String registrationNo,

        @Schema(description = "Name or domain of the platform.", example = "Taobao")
        @Size(max = 200, message = "{api.field.200}")
        String platform,

        @Schema(
                description = "Addresses of the offers as they are; tracking tails and remarks are removed.",
                example = "[\"https://item.taobao.com/item.htm?id=700012345678\"]")
        @NotEmpty(message = "{api.field.listings}")
        @Size(max = 200, message = "{api.field.listings.many}")
        List<String> listingUrls,

        @Schema(description = "The seller as the platform shows it.", example = "云上皮具专营店")
        @Size(max = 200, message = "{api.field.200}")
        String sellerName,

        @Schema(description = "Code by GB/T 2260, or the province's name.", example = "330000")
        @Size(max = 200, message = "{api.field.200}")
        String sellerRegion,

        @Schema(example = "handbags") @Size(max = 200, message = "{api.field.200}")
        String goods,

        @Schema(description = "Pieces offered or sold.", example = "120")
        @PositiveOrZero(message = "{api.field.negative}")
        @Digits(integer = 12, fraction = 3, message = "{api.field.figure}")
        BigDecimal quantity,

        @Schema(description = "In yuan a piece.", example = "99.50")
        @PositiveOrZero(message = "{api.field.negative}")
        @Digits(integer = 14, fraction = 2, message = "{api.field.figure}")
        BigDecimal unitPrice,

        @Schema(description = "CNY, or left out.", example = "CNY") @Size(max = 20, message = "{api.field.200}")
        String currency,

        @Schema(description = "What is wrong, and how it is known.") @Size(max = 4000, message = "{api.field.4000}")
        String description,

        @Schema(
                description = "What a consumer asks of the seller. It is split off and goes to mediation.",
                example = "Refund of the price")
        @Size(max = 2000, message = "{api.field.2000}")
        String demand) {}
