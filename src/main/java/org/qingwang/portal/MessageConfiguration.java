package org.qingwang.portal;

import org.springframework.boot.autoconfigure.context.MessageSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sentences come from. */
@Configuration
@EnableConfigurationProperties(MessageSourceProperties.class)
class MessageConfiguration {

    @Bean
    MessageSource messageSource(MessageSourceProperties settings) {
        ReaderMessages messages = new ReaderMessages();
        messages.setBasenames(settings.getBasename().toArray(String[]::new));
        messages.setDefaultEncoding(settings.getEncoding().name());
        messages.setFallbackToSystemLocale(settings.isFallbackToSystemLocale());
        messages.setAlwaysUseMessageFormat(settings.isAlwaysUseMessageFormat());
        return messages;
    }
}
