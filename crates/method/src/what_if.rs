//! What if: a trust's figure, interval and ranks with other schools, or with pupils more or fewer at the threshold.
//! What comes of it is a supposition and never a result.

use std::rc::Rc;

use records::terms::{Figure, Group, Unit, Urn, Value};

use super::{Analysis, IntervalChoices, Judgement, Measured, Reason, RegionalRule};

/// What is supposed of one trust.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposition {
    /// Schools of the trust that are left out.
    pub without: Vec<Urn>,
    /// Schools of other eligible trusts that are taken in, each with the weight that it has. They leave their trusts.
    pub with: Vec<Urn>,
    /// How many pupils more (or fewer, below 0) of the focus's group reach the threshold, over the whole trust.
    pub pupils: i32,
}

/// What comes of a supposition.
#[derive(Debug, Clone, PartialEq)]
pub struct Supposed {
    /// All trusts, with the one as supposed.
    pub analysis: Analysis,
    /// Why the trust would not be eligible under the rules, if it would not.
    pub not_eligible: Option<Reason>,
}

impl Supposition {
    /// Whether nothing is supposed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    const fn changes_schools(&self) -> bool {
        !self.without.is_empty() || !self.with.is_empty()
    }
}

impl Measured {
    /// The analysis with what is supposed of the trust with this number, for the focus of one in force.
    ///
    /// `None` if that cannot be computed: schools are changed but figures are as published, no school is left, or
    /// pupils are moved where the measure is no share of pupils or the group's pupils are not known.
    ///
    /// ```
    /// use method::{IntervalChoices, Measured, Rules, Supposition};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,40%\n2,TWO,London,400,25%,45%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let (rules, choices) = (Rules::default(), IntervalChoices::default());
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let now = measured.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
    /// // Ten of its hundred disadvantaged pupils more.
    /// let ten = Supposition { pupils: 10, ..Supposition::default() };
    /// let supposed = measured.supposing(&now, "1", &ten).unwrap().analysis;
    /// assert_eq!(supposed.trusts[0].name, "ONE".into());
    /// assert_eq!(supposed.trusts[0].figure().unwrap().in_sentence(), "50.0%");
    /// ```
    #[must_use]
    pub fn supposing(&self, now: &Analysis, uid: &str, of: &Supposition) -> Option<Supposed> {
        let judgement = if of.changes_schools() {
            Rc::new(self.judgement.supposing(uid, of)?)
        } else {
            Rc::clone(&self.judgement)
        };
        let not_eligible = judgement.too_few_schools(uid);
        let mut supposed = Self::new(&judgement, self.measure).ok()?;
        let rules = &now.rules;
        if of.pupils != 0 {
            supposed.move_pupils(uid, rules.focus.weighing_group(), of.pupils)?;
        }
        let choices: &IntervalChoices = &now.intervals.choices;
        let analysis = supposed
            .analysis(rules.focus, RegionalRule::SimpleMean, &[], choices)
            .ok()?;
        Some(Supposed { analysis, not_eligible })
    }

    /// Moves pupils of a group over the threshold, or below it. A share stays between none and all.
    fn move_pupils(&mut self, uid: &str, group: Group, pupils: i32) -> Option<()> {
        if self.measure.unit() != Unit::Percent {
            return None;
        }
        let mut cases = (*self.cases).clone();
        let case = cases.iter_mut().find(|case| &*case.uid == uid)?;
        let of_all = case.group_pupils.get(group).filter(|pupils| *pupils > 0.0)?;
        let before = case.values.get(group).figure()?.number();
        let share = (before + 100.0 * f64::from(pupils) / of_all).clamp(0.0, 100.0);
        *case.values.get_mut(group) = Value::Published(Figure::new(share, Unit::Percent)?);
        self.cases = Rc::new(cases);
        Some(())
    }
}

impl Judgement {
    /// Why a trust with these schools would not be eligible.
    fn too_few_schools(&self, uid: &str) -> Option<Reason> {
        let (_, trust) = self.find(uid).ok()?;
        let schools = u32::try_from(trust.counted()?.len()).ok()?;
        let needed = self.rules.min_schools.max(1);
        (schools < needed).then_some(Reason::TooFewSchools {
            schools,
            needed,
            left_out: None,
        })
    }
}
