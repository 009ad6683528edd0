# A service's image: docker build --build-arg MODULE=gateway .
# The image of the commands (tokens, keys, import, …): docker build --target commands .
# With --build-arg JARS=target the jars are those that `mvn package` has left in the clone, otherwise they are built here.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre
ARG JARS=source

FROM ${JDK_IMAGE} AS jars-source
# Slim images have no folder for manuals, without which the JRE beside Maven does not install.
RUN mkdir -p /usr/share/man/man1 && apt-get update -qq && \
    apt-get install -qq -y --no-install-recommends maven ca-certificates-java >/dev/null
COPY docker/certificates /usr/local/share/ca-certificates
RUN update-ca-certificates
WORKDIR /source
COPY . .
RUN rm -rf */target && JAVA25_HOME=${JAVA_HOME:-/opt/java/openjdk} \
    MAVEN_OPTS=-Djavax.net.ssl.trustStore=/etc/ssl/certs/java/cacerts \
    mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -am package \
      -pl article-service,recommendation-service,consent-service,gateway,standalone || \
      { echo "No jars. If Maven trusts no certificate, a proxy opens TLS here: see docker/certificates/README.md." >&2; exit 1; }; \
    mkdir /jars && cp -r */target/*-exec.jar standalone/target/standalone-*.jar standalone/target/lib /jars

# pom.xml is there so that something is copied where no jar has been built.
FROM ${JDK_IMAGE} AS jars-target
COPY pom.xml */target/*-exec.jar standalone/target/standalone-*.jar /jars/
COPY pom.xml standalone/target/li[b] /jars/lib/

FROM jars-${JARS} AS jars

FROM ${JRE_IMAGE} AS commands
COPY --from=jars /jars/lib /kiosque/lib
COPY --from=jars /jars/standalone-*.jar /kiosque/
COPY docker/kiosque docker/secrets docker/demo /usr/local/bin/
RUN mkdir /kiosque/.kiosque && chown 1000:1000 /kiosque/.kiosque
LABEL org.opencontainers.image.title="Kiosque commands" \
      org.opencontainers.image.description="Kiosque's commands for a suite in containers." \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /kiosque
USER 1000:1000
ENTRYPOINT ["kiosque"]
CMD ["--help"]

FROM ${JDK_IMAGE} AS layers
ARG MODULE
COPY --from=jars /jars/${MODULE}-*-exec.jar /application.jar
# Native code of other systems, and of HTTP/3, which nothing here speaks: 12 MB.
RUN java -Djarmode=tools -jar /application.jar extract --layers --destination /layers && \
    cd /layers/dependencies/lib && rm -f netty-codec-native-quic-*.jar *-osx-*.jar *-windows-*.jar

FROM ${JRE_IMAGE} AS bare
WORKDIR /kiosque
COPY docker/start docker/ready /usr/local/bin/
COPY docker/java.options ./
RUN mkdir /data && chown 1000:1000 /data
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./

# A start up to where the service would open its doors, with keys that go into no image, is recorded for the AOT cache.
FROM bare AS recorded
COPY --from=jars /jars/lib /commands/lib
COPY --from=jars /jars/standalone-*.jar /commands/
COPY docker/kiosque docker/record /usr/local/bin/
RUN record

FROM bare
ARG MODULE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
COPY --from=recorded /kiosque/application.aot ./
LABEL org.opencontainers.image.title="Kiosque ${MODULE}" \
      org.opencontainers.image.description="A service of the news publishing suite Kiosque." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
# Arenas for many cores would hold memory that the container's limit does not have.
ENV KIOSQUE_PORT=8080 KIOSQUE_BIND=0.0.0.0 MALLOC_ARENA_MAX=2
USER 1000:1000
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=300s --retries=5 CMD ["ready"]
ENTRYPOINT ["start"]
