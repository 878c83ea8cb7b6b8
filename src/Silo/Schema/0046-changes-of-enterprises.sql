-- The change feed for enterprises: whose a version is stands in its record or, where the record lies beside others of the enterprise, in
-- its key.
create function enterprise_of_version(kind text, key text, state jsonb) returns text language sql immutable as $$
    select case
        when kind in ('filing', 'sensor') then state ->> 'enterprise'
        when kind in ('enterprise', 'production-zone', 'plot', 'product', 'batch', 'input', 'input-lot', 'site-record', 'code-allocation',
            'code-range', 'publication', 'public-profile') then substring(key from '-([0-9A-Z]{18})(?:-|$)')
    end
$$;

create index grain_history_enterprise on grain_history (enterprise_of_version(kind, key, state), position, kind, key, version)
    where enterprise_of_version(kind, key, state) is not null;
