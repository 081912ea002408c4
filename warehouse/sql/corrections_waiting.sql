-- What a line calls its review; where only a document is named, the beginning of that one's id.
select
    v.correction_id,
    coalesce(
        (
            select string_agg(distinct x.name, ', ' order by x.name)
            from unnest([c.review, c.other_review]) as x (name)
            where x.name <> ''
                and x.name not in (
                    select review_id
                    from core.current_documents
                    where review_id is not null
                )
        ),
        c.document
    ) as review
from main.corrections v
join core.corrections c using (correction_id)
where v.state = 'waiting'
order by c.line;
