package news.kiosque.gateway.login;

import java.nio.file.Path;
import java.time.InstantSource;

import news.kiosque.platform.token.KeyFolder;
import news.kiosque.platform.token.Tokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys with which editors are known and services are spoken to. */
@Configuration(proxyBeanMethods = false)
class LoginKeys {

    @Bean
    KeyFolder keyFolder(@Value("${kiosque.keys}") Path folder) {
        return new KeyFolder(folder);
    }

    @Bean
    ServiceTokens serviceTokens(KeyFolder keys, InstantSource clock) {
        return new ServiceTokens(keys.servicePrivate(), clock);
    }

    @Bean
    NewsroomGate newsroomGate(KeyFolder keys, ServiceTokens services) {
        return new NewsroomGate(new EditorTokens(Tokens.loginVerifier(keys.loginPublic())), services);
    }
}
