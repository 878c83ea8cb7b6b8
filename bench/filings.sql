-- Filings of a wanted number, as the product would have written them: records and their history; the triggers derive the rest.
create temporary table scale as select {filings} as filings;

create function pg_temp.pick(n bigint, salt int, most int) returns int language sql immutable as $$
    select 1 + abs(hashint8(n * 1000 + salt)) % most
$$;

create function pg_temp.credit_code(body text) returns text language plpgsql immutable as $$
declare
    alphabet text := '0123456789ABCDEFGHJKLMNPQRTUWXY';
    sum      int  := 0;
    weight   int  := 1;
begin
    for place in 1..17 loop
        sum := sum + (strpos(alphabet, substr(body, place, 1)) - 1) * weight;
        weight := weight * 3 % 31;
    end loop;
    return body || substr(alphabet, (31 - sum % 31) % 31 + 1, 1);
end
$$;

-- Five filings each: the enterprise, three products, a capacity. A third of them in one province, and a tenth of those in one county.
create temporary table filers as
select n, pg_temp.credit_code('91' || district || 'MA' || lpad(n::text, 6, '0') || 'F') as code, district,
    place || craft || n % 997 || line || form as name, at
from (
    select n,
        case
            when n % 30 = 0 then '330110'
            when n % 3 = 0 then '33' || lpad((100 * pg_temp.pick(n, 1, 11) + pg_temp.pick(n, 2, 12))::text, 4, '0')
            else substr('111321323435363741424344455051536165', 2 * pg_temp.pick(n, 3, 18) - 1, 2)
                || lpad((100 * pg_temp.pick(n, 4, 12) + pg_temp.pick(n, 5, 12))::text, 4, '0')
        end as district,
        (array['余杭', '龙泉', '安吉', '信阳', '武夷', '烟台', '赣南', '昭通', '伊犁', '洛川', '秭归', '攀枝花'])[pg_temp.pick(n, 6, 12)]
            as place,
        (array['绿源', '云雾', '金穗', '丰收', '山野', '清泉', '红土', '雪域', '稻香', '江南'])[pg_temp.pick(n, 7, 10)] as craft,
        (array['茶业', '果业', '农业科技', '生态农业', '食品', '粮油', '畜牧'])[pg_temp.pick(n, 8, 7)] as line,
        (array['有限公司', '专业合作社', '家庭农场', '股份有限公司'])[pg_temp.pick(n, 9, 4)] as form,
        now() - interval '900 days' + n * interval '1 minute' as at
    from generate_series(1, (select greatest(filings / 5, 2) from scale)) n) made;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'enterprise', e.key, 1, e.state, e.at,
    chain_hash(null, 'enterprise', e.key, '1', e.state::text, 'registration', null, chain_time(e.at))
from (
    select n, 'enterprise-' || code as key, at,
        jsonb_build_object('revision', 1, 'name', name, 'district', district, 'registeredAt', at, 'registeredBy', 'h' || md5(code)) as state
    from filers) e
order by e.n;

-- Most are issued; one in twelve waits, some of them long; the rest is drafts, returned, revoked and expired ones.
create temporary table filed as
select f.n * 10 + k.j as n, f.code, f.district, f.name, k.kind, k.at,
    case when k.dice <= 80 then 'issued' when k.dice <= 84 then 'expired' when k.dice <= 92 then 'submitted' when k.dice <= 95 then 'returned'
        when k.dice <= 97 then 'revoked' else 'draft' end as standing,
    (array['红茶', '绿茶', '苹果', '脐橙', '大米', '核桃', '蜂蜜', '牛肉', '猕猴桃', '白茶'])[pg_temp.pick(f.n * 10 + k.j, 10, 10)] as product
from filers f
cross join lateral (
    select j, case j when 1 then 'enterprise' when 5 then 'supplyCapacity' else 'product' end as kind,
        pg_temp.pick(f.n * 10 + j, 11, 100) as dice,
        now() - interval '1 minute' - (pg_temp.pick(f.n * 10 + j, 12, 1200) || ' hours')::interval as at
    from generate_series(1, 5) j) k;

create temporary table filing_records as
select n, 'filing-' || substr(md5('filing' || n), 1, 20) as key, at,
    jsonb_build_object(
        'revision', case standing when 'draft' then 1 when 'submitted' then 2 else 3 end, 'enterprise', code, 'kind', kind,
        'application', case when standing in ('draft', 'submitted', 'returned') then content || jsonb_build_object(
            'state', standing, 'faultCount', 0, 'submittedAt', case when standing <> 'draft' then at end,
            'opinion', case when standing = 'returned' then '请补充检验报告' end) end,
        'certificate', case when standing in ('issued', 'expired', 'revoked') then content || jsonb_build_object(
            'number', case kind when 'enterprise' then 'QY-' when 'product' then 'CP-' else 'GH-' end || district || '-2026-'
                || lpad(nextval('filing_certificates')::text, 6, '0'),
            'validFrom', (at - case standing when 'expired' then interval '3 years' else interval '0' end)::date,
            'validTo', (at - case standing when 'expired' then interval '70 days' else interval '-3 years' end)::date,
            'issuedAt', at, 'issuedBy', 'gov-' || district, 'issuedByName', '农业农村局', 'submittedAt', at - interval '9 days') end,
        'revokedFor', case when standing = 'revoked' then '企业已停产' end, 'deleted', false, 'createdAt', at - interval '10 days',
        'steps', '[]'::jsonb, 'fingerprint', md5(n::text), 'state', case standing when 'expired' then 'issued' else standing end) as state
from (
    select f.*, jsonb_build_object(
        'form', case kind when 'enterprise' then 'enterprise-filing' when 'product' then 'product-filing' else 'supply-capacity-filing' end,
        'formVersion', 1,
        'identity', case kind when 'enterprise' then 'enterprise' when 'product' then product || n || E'\n\n' end,
        'answers', case kind
            when 'enterprise' then jsonb_build_object('name', name, 'creditCode', code, 'kind', 'company', 'district', district)
            when 'product' then jsonb_build_object(
                'productName', name || product, 'category', 'tea', 'variety', '群体种', 'specification', '250 g')
            else jsonb_build_object('product', product, 'annualSupply', 120) end) as content
    from filed f) contents;

insert into grain_state (kind, key, version, state, changed_at, hash)
select 'filing', r.key, 1, r.state, r.at, chain_hash(null, 'filing', r.key, '1', r.state::text, 'bench', null, chain_time(r.at))
from filing_records r order by r.n;

insert into grain_history (kind, key, version, state, actor, reason, changed_at, previous_hash, hash)
select 'filing', r.key, 1, r.state, 'bench', null, r.at, null,
    chain_hash(null, 'filing', r.key, '1', r.state::text, 'bench', null, chain_time(r.at))
from filing_records r order by r.n;

analyze filings;
analyze filing_identities;
analyze enterprises;
