# Three stages: the look of the hub from npm, the build, and the runtime image without SDK and without root.
FROM node:24-bookworm-slim AS kern
WORKDIR /kern
COPY src/KoKo.Platform/package.json src/KoKo.Platform/package-lock.json src/KoKo.Platform/.npmrc ./
RUN npm ci --ignore-scripts

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /koko
COPY src src
COPY --from=kern /kern/node_modules src/KoKo.Platform/node_modules
RUN dotnet publish src/KoKo.Platform -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Everything that is kept lives in one folder; the image's own user owns it.
RUN mkdir /data && chown app:app /data
VOLUME /data
USER app
ENV Urls=http://0.0.0.0:8080 \
    Data__Path=/data
EXPOSE 8080
ENTRYPOINT ["dotnet", "KoKo.Platform.dll"]
