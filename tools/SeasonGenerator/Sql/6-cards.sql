insert into trace_cards (card, gin, ticket, season, unit, unit_name, grower, grower_masked_name, state, module_type, film_count, copies,
    print_id, exported_to, printed_at, revision)
select card, gin, ticket, season_bulk.season(), unit_id, unit_name, grower, masked_name,
    case when state = 'voided' then 'voided' when exported then 'exported' else 'printed' end, module_type, film_count, 1,
    'print-' || ticket, case when exported then line end, printed_at, case when state = 'voided' or exported then 2 else 1 end
from season_bulk.loads order by printed_at;

insert into card_progress (card, gin, line, state, unit, quota_kg, processed_kg, bales, delay, overshoot_kg, changed_at)
select card, gin, case when state in ('inWork', 'queued') then line end, state, unit_id, quota_kg, coalesce(processed_kg, 0), bales, delay,
    case when state = 'finishedAuto' then processed_kg - quota_kg end, coalesce(last_at, season_bulk.ends())
from season_bulk.loads where state not in ('voided', 'printed') order by last_at;

insert into waiting_cards (gin, card) select gin, card from season_bulk.loads where state = 'printed' order by gin, card;

insert into trace_unit_processing (unit, since)
select unit_id, min(first_at) from season_bulk.loads where first_at is not null group by unit_id;

insert into card_serials (gin, season, last) select gin, season_bulk.season(), max(serial) from season_bulk.loads group by gin;

-- Printed first; voided or handed to a line's collector by the second version.
create unlogged table season_bulk.card_versions as
select 'card-' || gin || '-' || ticket as key, 'qts' || gin as actor, v.version,
    printed_at + interval '1 second' * 40 * (v.version - 1) as at, null::bytea as previous_hash, null::bytea as hash,
    jsonb_strip_nulls(jsonb_build_object('revision', v.version, 'gin', gin, 'ticket', ticket, 'season', season_bulk.season(), 'number', card,
        'state', case when v.version = 1 then 'printed' when state = 'voided' then 'voided' else 'exported' end,
        'printId', 'print-' || ticket, 'moduleType', module_type, 'filmCount', film_count, 'copies', 1, 'unit', unit_id,
        'unitName', unit_name, 'grower', grower, 'growerMaskedName', masked_name, 'ticketRevision', 1,
        'exportedTo', case when v.version = 2 and exported then line end, 'printedAt', season_bulk.stamp(printed_at),
        'printedBy', 'qts' || gin, 'reprints', '[]'::jsonb)) as state
from season_bulk.loads
join (values (1), (2)) v (version) on v.version = 1 or state = 'voided' or exported;
