package org.qingwang.campaign.past;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingwang.common.StrictYaml;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The campaigns of the past that come with the product, from {@code history/*.yaml}; a file that is none stops the start.
 * Pages reach them as {@code @pastCampaigns}.
 */
@Component("pastCampaigns")
public class PastCampaigns {

    private final List<PastCampaign> all;

    PastCampaigns() throws IOException {
        List<PastCampaign> read = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:history/*.yaml")) {
            read.add(StrictYaml.read(file, PastCampaign.class, "campaign of the past"));
        }
        all = List.copyOf(read);
    }

    public List<PastCampaign> all() {
        return all;
    }

    /** @param id for example {@code history-2011} */
    public Optional<PastCampaign> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
