-- What the ADO.NET providers of Orleans expect to find: the texts of their queries, and the cluster's membership. Grain storage goes
-- through the same functions as the embedded engine, so a record has one history whichever engine wrote it.

create table orleansquery (
    querykey  varchar(64)   primary key,
    querytext varchar(8000) not null
);

insert into orleansquery (querykey, querytext) values
('WriteToStorageKey', $$
    select write_grain_state(@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion,
        convert_from(@PayloadBinary, 'UTF8')::jsonb) as NewGrainStateVersion
$$),
('ReadFromStorageKey', $$
    select convert_to(state::text, 'UTF8') as PayloadBinary, version as Version
    from read_grain_state(@GrainTypeString, @GrainIdExtensionString)
$$),
('ClearStorageKey', $$
    select write_grain_state(@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion, '{"state": null}')
$$),
('DeleteStorageKey', $$
    select write_grain_state(@GrainTypeString, @GrainIdExtensionString, @GrainStateVersion, '{"state": null}')
$$);

create table orleans_cluster (
    deployment_id text        primary key,
    version       int         not null default 0,
    changed_at    timestamptz not null default now()
);

create table orleans_silo (
    deployment_id text        not null references orleans_cluster,
    address       text        not null,
    port          int         not null,
    generation    int         not null,
    silo_name     text        not null,
    host_name     text        not null,
    status        int         not null,
    proxy_port    int,
    suspect_times text,
    start_time    timestamptz not null,
    alive_time    timestamptz not null,
    primary key (deployment_id, address, port, generation)
);

-- The cluster's version row comes back even when it has no silo, with every silo column null.
create view orleans_membership as
    select c.deployment_id as DeploymentId, s.address as Address, s.port as Port, s.generation as Generation, s.silo_name as SiloName,
        s.host_name as HostName, s.status as Status, s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes,
        s.start_time as StartTime, s.alive_time as IAmAliveTime, c.version as Version
    from orleans_cluster c left join orleans_silo s using (deployment_id);

insert into orleansquery (querykey, querytext) values
('GatewaysQueryKey', $$
    select address as Address, proxy_port as ProxyPort, generation as Generation
    from orleans_silo where deployment_id = @DeploymentId and status = @Status and proxy_port > 0
$$),
('MembershipReadAllKey', $$
    select * from orleans_membership where DeploymentId = @DeploymentId
$$),
('MembershipReadRowKey', $$
    select c.deployment_id as DeploymentId, s.address as Address, s.port as Port, s.generation as Generation, s.silo_name as SiloName,
        s.host_name as HostName, s.status as Status, s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes,
        s.start_time as StartTime, s.alive_time as IAmAliveTime, c.version as Version
    from orleans_cluster c left join orleans_silo s
        on s.deployment_id = c.deployment_id and s.address = @Address and s.port = @Port and s.generation = @Generation
    where c.deployment_id = @DeploymentId
$$),
('InsertMembershipVersionKey', $$
    with added as (insert into orleans_cluster (deployment_id) values (@DeploymentId) on conflict do nothing returning 1)
    select exists (select from added)
$$),
-- The version row is the lock of the whole membership: whoever moves it from the version they read may change a silo's row.
('InsertMembershipKey', $$
    with moved as (
        update orleans_cluster set version = version + 1, changed_at = now()
        where deployment_id = @DeploymentId and version = @Version and not exists (select from orleans_silo
            where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning deployment_id),
    added as (
        insert into orleans_silo (
            deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
        select deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        from moved returning 1)
    select exists (select from added)
$$),
('UpdateMembershipKey', $$
    with moved as (
        update orleans_cluster set version = version + 1, changed_at = now()
        where deployment_id = @DeploymentId and version = @Version and exists (select from orleans_silo
            where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning deployment_id),
    changed as (
        update orleans_silo s set status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
        from moved m
        where s.deployment_id = m.deployment_id and s.address = @Address and s.port = @Port and s.generation = @Generation
        returning 1)
    select exists (select from changed)
$$),
('UpdateIAmAlivetimeKey', $$
    update orleans_silo set alive_time = @IAmAliveTime
    where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$$),
('DeleteMembershipTableEntriesKey', $$
    with silos as (delete from orleans_silo where deployment_id = @DeploymentId)
    delete from orleans_cluster where deployment_id = @DeploymentId
$$),
-- 3 is SiloStatus.Active.
('CleanupDefunctSiloEntriesKey', $$
    delete from orleans_silo where deployment_id = @DeploymentId and alive_time < @IAmAliveTime and status <> 3
$$),
-- Only the entry that was read: one that has been touched since is left alone.
('CleanupDefunctSiloEntryKey', $$
    delete from orleans_silo
    where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation and status <> 3
        and start_time = @StartTime and alive_time = @IAmAliveTime and suspect_times is not distinct from @SuspectTimes
$$);
