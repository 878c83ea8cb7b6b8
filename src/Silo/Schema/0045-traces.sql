-- Chains of a season's worth of batches: what a lot, a plot, a zone or a filing touched is read by the index, whatever else there is.

-- The number of a batch in what somebody typed, if there is one.
create function named_batch(typed text) returns text language sql immutable parallel safe as $$
    select substring(typed from '(?<!\d)\d{13}(?!\d)')
$$;

create index site_records_named_batch on site_records (enterprise, named_batch(batch)) where batch is not null;

-- Sales are few among the records of a batch, and a recall asks for them alone.
create index stage_records_sales on stage_records (enterprise, batch) where stage in ('sale', 'delivery');

-- As before, with what is summed up of ranges.
drop index code_ranges_batch;
create index code_ranges_batch on code_ranges (enterprise, batch, length, start_code) include (codes, frozen_codes);

-- What batches took of a lot: by their own records, and by issues that name them in writing.
create function uses_of_lot(enterprise text, lot text) returns table (batch text, quantity numeric) language sql stable as $$
    select substr(u.holder, 26), u.quantity
    from input_uses u
    where u.enterprise = uses_of_lot.enterprise and u.lot = uses_of_lot.lot and starts_with(u.source, 'batch-')
    union all
    select b.number, u.quantity
    from input_uses u
    join site_records s on s.enterprise = u.enterprise and s.id = substr(u.holder, 25)
    join batches b on b.enterprise = s.enterprise and b.number = named_batch(s.batch)
    where u.enterprise = uses_of_lot.enterprise and u.lot = uses_of_lot.lot and starts_with(u.source, 'site-')
$$;

-- Capacity (供货能力, 生产能力) is filed of a product by its name alone, which need not be the whole name.
create function files_product(title text, product text) returns boolean language sql immutable parallel safe as $$
    select title <> '' and product <> '' and (strpos(product, title) > 0 or strpos(title, product) > 0)
$$;

-- The batches that a thing of the enterprise stands behind.
create function batches_touched(enterprise text, kind text, id text) returns setof text language sql stable as $$
    select distinct u.batch from uses_of_lot(batches_touched.enterprise, batches_touched.id) u where batches_touched.kind = 'inputLot'
    union all
    select b.number
    from batches b
    left join filings f on batches_touched.kind = 'filing' and f.id = batches_touched.id
    where b.enterprise = batches_touched.enterprise and case batches_touched.kind
        when 'plot' then batches_touched.id = any (b.plots)
        when 'zone' then b.zone = batches_touched.id
        when 'filing' then b.product_filing = batches_touched.id or f.kind = 'enterprise'
            or (f.kind in ('supplyCapacity', 'productionCapacity') and files_product(f.title, b.product))
        else false
    end
$$;
