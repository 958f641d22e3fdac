//! A package made of the figures that a test hands in.

use crate::suite::ingest::fixture::Fixture;

const UNITS: &str = "id,base,exponent,name_fa,name_en
rial,rial,0,ریال,rials
million_rial,rial,6,میلیون ریال,million rials
billion_rial,rial,9,میلیارد ریال,billion rials
billion_toman,rial,10,میلیارد تومان,billion tomans
count,count,0,عدد,
person,person,0,نفر,people
percent,percent,0,درصد,percent
";

const AREAS: &str = "id,code,division,level,parent,name_fa,name_en
IR@1395,IR,1395,country,,ایران,Iran
00@1395,00,1395,province,IR@1395,مرکزی,Markazi
07@1395,07,1395,province,IR@1395,فارس,Fars
24@1395,24,1395,province,IR@1395,اردبیل,Ardabil
IR@1402,IR,1402,country,,ایران,Iran
00@1402,00,1402,province,IR@1402,مرکزی,Markazi
0099@1402,0099,1402,county,00@1402,شهرستان تازه,New county
";

pub(in crate::suite) const MEASURES: &str = "id,name_fa,name_en,unit,kind,area_rule,time_rule
amount,مبلغ تسهیلات,Facility amount,rial,flow,sum,sum
plans,طرح‌ها,Plans,count,flow,sum,sum
jobs,شغل,Jobs,person,flow,sum,sum
members,اعضا,Members,person,stock,sum,last
workers,کارکنان,Workers,person,stock,sum,last
capital,سرمایه,Capital,rial,stock,sum,last
villages,روستاها,Villages,count,stock,sum,last
small,روستاهای کوچک,Small villages,count,stock,sum,last
share,سهم,Share,percent,ratio,none,none
registered,ثبت‌شده,Registered,count,flow,sum,sum
per_day,در روز,A day,count,ratio,none,none
unemployment,بیکاری,Unemployment,percent,ratio,none,none
opening,آغاز دوره,At the start,count,stock,sum,last
troubled,مشکل‌دار شده,Newly troubled,count,flow,sum,sum
resolved,گشوده,Resolved,count,flow,sum,sum
closing,پایان دوره,At the end,count,stock,sum,last
";

const SOURCES: &str = "id,kind,title_fa,title_en,published,precision
S0,source_text,نشست,Meeting,1397-09-20,day
S2,source_text,نشست,Meeting,1399-03-07,day
S4,source_text,تسهیلات,Facilities,1401-02-18,day
X,press,خبر,Release,,unknown
";

pub(in crate::suite) const HEAD: &str = "id,measure,area,group,period,scenario,stage,value,unit,qualifier,part_of,scope_fa,source,quote";
const RULES: &str = "id,kind,name_fa,name_en,left,operator,right,severity";

/// A package of these figures, and of rules where there are any.
pub(super) fn package(observations: &[&str], rules: &[&str]) -> Fixture {
    let table = |head: &str, rows: &[&str]| format!("{head}\n{}\n", rows.join("\n"));
    with(&[("observations", table(HEAD, observations)), ("rules", table(RULES, rules))])
}

/// The tables of these tests, with those of one test behind them or in their place.
pub(in crate::suite) fn with(own: &[(&str, String)]) -> Fixture {
    let shared = [("units", UNITS), ("areas", AREAS), ("measures", MEASURES), ("sources", SOURCES)];
    let shared = shared.into_iter().filter(|(name, _)| own.iter().all(|(other, _)| name != other));
    let mut tables: Vec<_> = shared.map(|(name, text)| (name, text.to_owned())).collect();
    tables.extend_from_slice(own);
    build(&tables)
}

fn build(tables: &[(&str, String)]) -> Fixture {
    let resource = |name: &str| format!(r#"{{"name": "{name}", "path": "{name}.csv"}}"#);
    let resources: Vec<String> = tables.iter().map(|(name, _)| resource(name)).collect();
    let descriptor = format!(r#"{{"resources": [{}]}}"#, resources.join(","));
    let paths: Vec<String> = tables.iter().map(|(name, _)| format!("{name}.csv")).collect();
    let files: Vec<(&str, &[u8])> = paths
        .iter()
        .zip(tables)
        .map(|(path, (_, text))| (path.as_str(), text.as_bytes()))
        .collect();
    Fixture::new(&descriptor, &files)
}
