package news.kiosque.platform.token;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import news.kiosque.platform.problem.SecurityProblems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import reactor.core.publisher.Mono;

/** What is not public ({@code /api/**}, {@code /internal/**}, {@code /bureau/**}) answers only to a token of the gateway's for this service. */
@Configuration(proxyBeanMethods = false)
public class ServiceSecurity {
    private static final List<ServerWebExchangeMatcher> GUARDED = Stream.of("/api/**", "/internal/**", "/bureau/**")
            .<ServerWebExchangeMatcher>map(PathPatternParserServerWebExchangeMatcher::new).toList();

    @Bean
    KeyFolder keyFolder(@Value("${kiosque.keys}") Path folder) {
        return new KeyFolder(folder);
    }

    @Bean
    ReactiveJwtDecoder serviceTokens(KeyFolder keys, @Value("${spring.application.name}") String service) {
        return Tokens.serviceVerifier(keys.servicePublic(), service);
    }

    /** Only the guarded paths pass Spring Security at all: pages are served without it. */
    @Bean
    SecurityWebFilterChain guarded(ServerHttpSecurity http, ReactiveJwtDecoder serviceTokens) {
        SecurityProblems problems = new SecurityProblems();
        return http
                .securityMatcher(
                        new OrServerWebExchangeMatcher(GUARDED))
                .authorizeExchange(exchange -> exchange.anyExchange().hasRole(Role.REPORTER.name()))
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtDecoder(serviceTokens)
                                .jwtAuthenticationConverter(ServiceSecurity::authentication))
                        .authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable).httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable).logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable).build();
    }

    private static Mono<JwtAuthenticationToken> authentication(Jwt token) {
        return Mono.just(new JwtAuthenticationToken(token, authorities(token), token.getSubject()));
    }

    private static List<GrantedAuthority> authorities(Jwt token) {
        return Role.named(token.getClaimAsString(Tokens.ROLE_CLAIM)).map(Role::authorities).orElse(List.of());
    }
}
